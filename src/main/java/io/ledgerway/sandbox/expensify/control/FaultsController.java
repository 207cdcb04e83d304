package io.ledgerway.sandbox.expensify.control;

import io.ledgerway.sandbox.expensify.behaviour.FaultOrder;
import io.ledgerway.sandbox.expensify.behaviour.Faults;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Arms and disarms faults. */
@RestController
@RequestMapping("/sandbox/faults")
class FaultsController {

  private final Faults faults;

  FaultsController(Faults faults) {
    this.faults = faults;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, Object> arm(@RequestBody FaultOrder order) {
    if (order.kind() == null) {
      throw new IllegalArgumentException("kind is missing");
    }
    return faults.arm(order);
  }

  @GetMapping
  List<Map<String, Object>> list() {
    return faults.list();
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void disarmAll() {
    faults.reset();
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void disarm(@PathVariable int id) {
    if (!faults.disarm(id)) {
      throw new NoSuchElementException("There is no fault " + id);
    }
  }
}
