package io.ledgerway.sandbox.expensify.job;

import io.ledgerway.sandbox.SandboxClock;
import io.ledgerway.sandbox.expensify.behaviour.Behaviour;
import io.ledgerway.sandbox.expensify.behaviour.Behaviours;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The files that were ordered, ready or not. Guarded by the company, as jobs are. */
@Component
public class Files {

  private static final int MOST = 500;
  private static final String NOT_FOUND = "File not found";

  /** One file of somebody's. */
  private static final class File {
    private final byte[] bytes;
    private final String owner;
    private final Instant ordered;
    private int downloads;

    File(byte[] bytes, String owner, Instant ordered) {
      this.bytes = bytes;
      this.owner = owner;
      this.ordered = ordered;
    }
  }

  private final SandboxClock clock;
  private final Behaviours behaviours;
  private final Map<String, File> files = new LinkedHashMap<>();

  Files(SandboxClock clock, Behaviours behaviours) {
    this.clock = clock;
    this.behaviours = behaviours;
  }

  /**
   * @param bytes null for one that is never ready
   */
  void keep(String name, byte[] bytes, String owner) {
    files.put(name, new File(bytes, owner, clock.instant()));
    if (files.size() > MOST) {
      files.remove(files.keySet().iterator().next());
    }
  }

  /**
   * @throws JobError when it is not there, not ready, or not any more
   */
  JobResult fetch(String name, String by) {
    File file = files.get(name);
    if (file == null || !file.owner.equals(by)) {
      throw new JobError(404, NOT_FOUND);
    }
    Behaviour behaviour = behaviours.now();
    Instant now = clock.instant();
    if (!now.isBefore(file.ordered.plusSeconds(behaviour.fileLifeSeconds()))) {
      throw new JobError(410, "Gone");
    }
    boolean early =
        file.bytes == null
            || now.isBefore(file.ordered.plusMillis(behaviour.renderMillis()))
            || ++file.downloads <= behaviour.readyAfterDownloads();
    return early ? tooEarly(behaviour, name) : JobResult.file(file.bytes, name);
  }

  private static JobResult tooEarly(Behaviour behaviour, String name) {
    return switch (behaviour.tooEarly()) {
      case EMPTY -> JobResult.file(new byte[0], name);
      case NOT_FOUND -> throw new JobError(404, NOT_FOUND);
      case NOT_FOUND_WITHOUT_CODE -> JobResult.envelope(0, Map.of("responseMessage", NOT_FOUND));
    };
  }

  public void reset() {
    files.clear();
  }
}
