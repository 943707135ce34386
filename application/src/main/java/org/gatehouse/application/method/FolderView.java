package org.gatehouse.application.method;

import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.target.ResourcePath;

/**
 * What is shown of a folder itself, beside the index that may stand for it. Safe for use by several
 * threads.
 */
public interface FolderView {
  /** Shows nothing of any folder. */
  FolderView NONE =
      new FolderView() {
        @Override
        public boolean shows(ResourcePath folder) {
          return false;
        }

        @Override
        public boolean goesBeforeIndex(Request request) {
          return false;
        }

        @Override
        public Decision show(Request request) {
          throw new IllegalArgumentException("nothing is shown");
        }
      };

  /**
   * Whether a folder is shown, if there is one.
   *
   * @param folder its path as clients know it
   */
  boolean shows(ResourcePath folder);

  /**
   * Whether a request for a folder that is shown asks for the folder also where it has an index.
   */
  boolean goesBeforeIndex(Request request);

  /** Answers a GET or HEAD of a folder that is shown. May wait. */
  Decision show(Request request);
}
