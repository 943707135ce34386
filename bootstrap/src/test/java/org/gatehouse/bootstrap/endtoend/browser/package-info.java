/**
 * The server's own pages in a real browser, asked of the built jar: a headless Chromium, driven by
 * Selenium over chromedriver.
 */
package org.gatehouse.bootstrap.endtoend.browser;
