package org.gatehouse.application.fake;

import org.gatehouse.application.contract.AssetsContract;
import org.gatehouse.application.port.out.Assets;
import org.gatehouse.domain.media.MediaType;

class InMemoryAssetsTest extends AssetsContract {
  @Override
  protected Assets fresh() {
    return new InMemoryAssets()
        .add("page.html", MediaType.HTML, "<p>a page", "page")
        .add("icon.svg", new MediaType("image", "svg+xml"), "<svg/>");
  }
}
