package org.gatehouse.benchmarks.peer;

import static io.netty.handler.codec.http.HttpResponseStatus.NOT_FOUND;
import static io.netty.handler.codec.http.HttpResponseStatus.NOT_MODIFIED;
import static io.netty.handler.codec.http.HttpResponseStatus.OK;
import static io.netty.handler.codec.http.HttpResponseStatus.PARTIAL_CONTENT;
import static io.netty.handler.codec.http.HttpVersion.HTTP_1_1;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.DefaultFileRegion;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AsciiString;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.benchmarks.peer.LoadedFiles.Loaded;

/** Answers GET with a file, one range of it, or 304, and flushes once for all that arrived. */
final class FileHandler extends SimpleChannelInboundHandler<HttpObject> {
  private static final AsciiString SERVER = new AsciiString("netty");
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,15})-(\\d{1,15})");

  private final LoadedFiles files;
  private final DateField date;

  FileHandler(LoadedFiles files, DateField date) {
    this.files = files;
    this.date = date;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, HttpObject message) {
    if (message instanceof HttpRequest request) {
      answer(context, request);
    }
  }

  private void answer(ChannelHandlerContext context, HttpRequest request) {
    Loaded file = files.at(request.uri());
    String range = request.headers().get(HttpHeaderNames.RANGE);
    Matcher matcher = range == null ? null : RANGE.matcher(range);
    ChannelFuture written;
    if (file == null) {
      written = context.write(empty(request, NOT_FOUND, 0));
    } else if (file.tag().contentEquals(request.headers().get(HttpHeaderNames.IF_NONE_MATCH, ""))) {
      HttpResponse response = empty(request, NOT_MODIFIED, -1);
      response.headers().set(HttpHeaderNames.ETAG, file.tag());
      written = context.write(response);
    } else if (matcher != null && matcher.matches()) {
      long from = Long.parseLong(matcher.group(1));
      long to = Math.min(Long.parseLong(matcher.group(2)), file.length() - 1);
      written = part(context, request, file, from, to);
    } else {
      written = whole(context, request, file);
    }
    if (!HttpUtil.isKeepAlive(request)) {
      written.addListener(ChannelFutureListener.CLOSE);
    }
  }

  private HttpResponse empty(HttpRequest request, HttpResponseStatus status, int length) {
    HttpResponse response = new DefaultFullHttpResponse(HTTP_1_1, status, Unpooled.EMPTY_BUFFER);
    common(response, request);
    if (length >= 0) {
      HttpUtil.setContentLength(response, length);
    }
    return response;
  }

  private ChannelFuture whole(ChannelHandlerContext context, HttpRequest request, Loaded file) {
    if (file.content() == null) {
      HttpResponse response = new DefaultHttpResponse(HTTP_1_1, OK);
      return region(context, request, response, file, 0, file.length());
    }
    HttpResponse response = new DefaultFullHttpResponse(HTTP_1_1, OK, file.content().duplicate());
    describe(response, request, file, file.length());
    return context.write(response);
  }

  private ChannelFuture part(
      ChannelHandlerContext context, HttpRequest request, Loaded file, long from, long to) {
    HttpResponse response = new DefaultHttpResponse(HTTP_1_1, PARTIAL_CONTENT);
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_RANGE, "bytes " + from + "-" + to + "/" + file.length());
    return region(context, request, response, file, from, to + 1 - from);
  }

  private ChannelFuture region(
      ChannelHandlerContext context,
      HttpRequest request,
      HttpResponse response,
      Loaded file,
      long from,
      long length) {
    describe(response, request, file, length);
    context.write(response);
    context.write(new DefaultFileRegion(file.path().toFile(), from, length));
    return context.write(LastHttpContent.EMPTY_LAST_CONTENT);
  }

  private void describe(HttpResponse response, HttpRequest request, Loaded file, long length) {
    common(response, request);
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, file.type())
        .set(HttpHeaderNames.ETAG, file.tag())
        .set(HttpHeaderNames.LAST_MODIFIED, file.lastModified())
        .set(HttpHeaderNames.ACCEPT_RANGES, HttpHeaderValues.BYTES);
    HttpUtil.setContentLength(response, length);
  }

  private void common(HttpResponse response, HttpRequest request) {
    response.headers().set(HttpHeaderNames.SERVER, SERVER).set(HttpHeaderNames.DATE, date.value());
    if (!HttpUtil.isKeepAlive(request)) {
      response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    context.flush();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable gone) {
    context.close();
  }
}
