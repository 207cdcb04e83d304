package io.ledgerway.work;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Pools for work that a tick hands over. */
public final class Threads {

  private Threads() {}

  /**
   * Threads come and go with the work. What there is no thread for is dropped without a word:
   * nothing has been marked as taken yet, so the next tick finds it again.
   */
  public static ExecutorService atMost(int most) {
    return new ThreadPoolExecutor(
        0,
        most,
        30,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        new ThreadPoolExecutor.DiscardPolicy());
  }
}
