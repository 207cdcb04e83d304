package io.ledgerway.sandbox.expensify.control;

import io.ledgerway.sandbox.expensify.behaviour.Behaviour;
import io.ledgerway.sandbox.expensify.behaviour.Behaviours;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the double answers what nobody knows. */
@RestController
@RequestMapping("/sandbox/behaviour")
class BehaviourController {

  private final Behaviours behaviours;

  BehaviourController(Behaviours behaviours) {
    this.behaviours = behaviours;
  }

  @GetMapping
  Behaviour get() {
    return behaviours.now();
  }

  @PatchMapping
  Behaviour change(@RequestBody Map<String, Object> changes) {
    return behaviours.change(changes);
  }
}
