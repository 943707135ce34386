package org.gatehouse.bootstrap.endtoend.browser;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** The page of a folder, and what a user does on it. */
final class ListingPage {
  private final Browser browser;

  private ListingPage(Browser browser) {
    this.browser = browser;
  }

  /** Opens it, and waits until its script is at work. */
  static ListingPage open(Browser browser, URI uri) {
    browser.open(uri);
    browser.find("html.quick");
    return new ListingPage(browser);
  }

  /** The names that are to be seen, in order. */
  List<String> names() {
    return browser.texts("tbody tr:not([hidden]) bdi");
  }

  /** Waits until these names are to be seen, in this order. */
  void awaitNames(String... names) {
    browser.until("the names " + List.of(names), () -> names().equals(List.of(names)));
  }

  /** Presses the button of a row. */
  void press(String name, String act) {
    browser.script(
        "for (const row of document.querySelectorAll('tbody tr'))"
            + " if (row.querySelector('bdi').textContent === arguments[0])"
            + " row.querySelector('[data-act=' + arguments[1] + ']').click()",
        name,
        act);
  }

  /** Whether there is such a button in any row. */
  boolean offers(String act) {
    return !browser.all("tbody [data-act=" + act + "]").isEmpty();
  }

  /** Drops files, given by name and content, as from the desktop. */
  void drop(Map<String, String> files) {
    browser.script(
        "const data = new DataTransfer();"
            + "for (const [name, text] of Object.entries(arguments[0]))"
            + "  data.items.add(new File([text], name));"
            + "for (const type of ['dragover', 'drop'])"
            + "  document.body.dispatchEvent(new DragEvent(type,"
            + "    {dataTransfer: data, bubbles: true, cancelable: true}))",
        files);
  }

  /** Drops a file of so many octets. */
  void dropLarge(String name, long octets) {
    browser.script(
        "const data = new DataTransfer();"
            + "data.items.add(new File([new Uint8Array(arguments[1])], arguments[0]));"
            + "document.body.dispatchEvent(new DragEvent('drop',"
            + "  {dataTransfer: data, bubbles: true, cancelable: true}))",
        name,
        octets);
  }

  /** What is said of the upload of a file. */
  String transfer(String name) {
    return browser.texts(".transfers li").stream()
        .filter(text -> text.startsWith(name))
        .findFirst()
        .orElse("");
  }

  /** Waits until this is said of the upload of a file. */
  void awaitTransfer(String name, String words) {
    browser.until(name + ": " + words, () -> transfer(name).contains(words));
  }

  /** The heading of the dialog that is open; empty where none is. */
  String dialog() {
    return browser.text("dialog[open] h2");
  }

  /** Waits for a dialog with this heading. */
  void awaitDialog(String heading) {
    browser.until("dialog " + heading, () -> dialog().equals(heading));
  }

  /** Fills in who the user is. */
  void identify(String user, String password) {
    browser.type("dialog[open] [autocomplete=username]", user);
    browser.type("dialog[open] [type=password]", password);
  }

  /** Presses a button of the open dialog. */
  void choose(String value) {
    browser.click("dialog[open] button[value='" + value + "']");
  }
}
