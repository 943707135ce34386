/**
 * What every implementation of a driven port keeps, as abstract tests: one subclass for each
 * adapter, one for its fake.
 *
 * <p>A subclass only says how an instance is made. Nothing in here knows whether there is a file, a
 * database or a map behind a port.
 */
package org.gatehouse.application.contract;
