package org.gatehouse.application.fake;

import org.gatehouse.application.contract.JsonSyntaxContract;
import org.gatehouse.application.port.out.JsonSyntax;

class RecursiveJsonSyntaxTest extends JsonSyntaxContract {
  @Override
  protected JsonSyntax syntax() {
    return new RecursiveJsonSyntax();
  }
}
