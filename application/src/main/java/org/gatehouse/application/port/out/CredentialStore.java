package org.gatehouse.application.port.out;

import org.gatehouse.domain.credentials.BasicCredentials;

/**
 * Those who may come in. Safe for use by several threads.
 *
 * <p>A store tells right from wrong and nothing else: an unknown user costs as much work as a wrong
 * password, so that the time does not tell who exists.
 */
public interface CredentialStore {

  /**
   * Whether these are known to be right, as far as memory goes: they may have been withdrawn since
   * storage was last asked. For logs; never waits, and is no leave to come in.
   */
  boolean remembers(BasicCredentials presented);

  /**
   * Whether to verify these takes storage or much computing, so that a worker has to do it. Never
   * waits itself.
   */
  boolean waits(BasicCredentials presented);

  /**
   * Whether these are right. A password that is withdrawn from storage is wrong after a second at
   * the latest.
   *
   * @throws StorageFailure if storage cannot tell who may come in: then nobody may
   */
  boolean verify(BasicCredentials presented);
}
