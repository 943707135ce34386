package org.gatehouse.benchmarks.peer;

import io.netty.handler.codec.http.HttpContentCompressor;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;

/** Netty's compressor, which would compress pictures too if nobody told it what is text. */
final class TextCompressor extends HttpContentCompressor {
  @Override
  protected Result beginEncode(HttpResponse response, String acceptEncoding) throws Exception {
    String type = response.headers().get(HttpHeaderNames.CONTENT_TYPE, "");
    return type.startsWith("text/") ? super.beginEncode(response, acceptEncoding) : null;
  }
}
