/**
 * The driven ports: what the use cases need from storage, time and chance.
 *
 * <p>Nothing in here presupposes a file: a repository may keep its resources in a database. Storage
 * that fails throws {@link org.gatehouse.application.port.out.StorageFailure}; everything that can
 * be expected to happen is a value.
 */
package org.gatehouse.application.port.out;
