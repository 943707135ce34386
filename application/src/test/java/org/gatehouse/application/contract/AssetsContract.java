package org.gatehouse.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.application.Outcomes;
import org.gatehouse.application.port.body.Body;
import org.gatehouse.application.port.body.Part;
import org.gatehouse.application.port.out.Asset;
import org.gatehouse.application.port.out.Assets;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.negotiation.ContentCoding;
import org.junit.jupiter.api.Test;

/** What all {@link Assets} keep. */
public abstract class AssetsContract {

  /** Assets of which none has been loaded yet; there are two at least. */
  protected abstract Assets fresh();

  @Test
  void areLoadedOnceAndThenKnown() {
    Assets assets = fresh();
    for (String name : assets.names()) {
      assertEquals(Optional.empty(), assets.peek(name), name);
      Asset loaded = assets.load(name);
      assertSame(loaded, assets.peek(name).orElseThrow());
      assertSame(loaded, assets.load(name));
    }
  }

  @Test
  void haveATypeContentAndAStrongTagOfTheirOwn() {
    Assets assets = fresh();
    Set<EntityTag> tags = new HashSet<>();
    for (String name : assets.names()) {
      Asset asset = assets.load(name);
      assertTrue(asset.plain().length() > 0, name);
      assertFalse(asset.tag().weak(), name);
      assertTrue(tags.add(asset.tag()), name);
      assertEquals(asset.type(), asset.type().withCharset(), "text tells its charset: " + name);
    }
    assertTrue(tags.size() > 1);
  }

  @Test
  void haveTheSameTagWhoeverLoadsThem() {
    Assets one = fresh();
    Assets other = fresh();
    one.names().forEach(name -> assertEquals(one.load(name).tag(), other.load(name).tag()));
  }

  @Test
  void areCodedOnlyWhereThatIsShorter() {
    Assets assets = fresh();
    for (String name : assets.names()) {
      Asset asset = assets.load(name);
      for (ContentCoding coding : asset.codings()) {
        if (coding != ContentCoding.IDENTITY) {
          assertTrue(asset.content(coding).length() < asset.plain().length(), name);
          assertNotEquals(asset.tag(), asset.tag(coding), name);
        }
      }
      assertSame(asset.plain(), asset.content(ContentCoding.IDENTITY));
    }
  }

  @Test
  void areTheSameForEveryResponse() {
    Assets assets = fresh();
    Asset asset = assets.load(assets.names().iterator().next());
    List<Integer> lengths = new ArrayList<>();
    for (Part part : List.of(asset.plain(), asset.plain())) {
      lengths.add(Outcomes.octets(Body.of(part)).length);
    }
    assertEquals(lengths.get(0), lengths.get(1));
  }

  @Test
  void areAFixedSet() {
    Assets assets = fresh();
    for (String name : List.of("", "nothing.css", "../Main.class", "a/b")) {
      assertFalse(assets.names().contains(name));
      assertEquals(Optional.empty(), assets.peek(name));
      assertThrows(IllegalArgumentException.class, () -> assets.load(name));
    }
  }
}
