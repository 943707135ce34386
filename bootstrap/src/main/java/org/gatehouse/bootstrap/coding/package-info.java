/**
 * Content codings as the JDK makes them: the adapter of {@link
 * org.gatehouse.application.port.out.ContentCoder}, for what is made anew for each request. Files
 * are coded, once for each version, by the filesystem adapter.
 */
package org.gatehouse.bootstrap.coding;
