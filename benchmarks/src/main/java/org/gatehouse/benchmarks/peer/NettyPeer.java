package org.gatehouse.benchmarks.peer;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Netty with its codec, its compressor and a handler that answers from memory: a loop per core, on
 * epoll where its native part runs. There are no guards, metrics, cookies or looks at the disk.
 */
public final class NettyPeer {
  private static final int BACKLOG = 4096;

  private NettyPeer() {}

  /**
   * Serves until it is killed.
   *
   * @param arguments the port, and the folder of the files
   */
  public static void main(String[] arguments) throws IOException {
    LoadedFiles files = LoadedFiles.in(Path.of(arguments[1]));
    DateField date = new DateField();
    boolean epoll = Epoll.isAvailable();
    EventLoopGroup loops =
        new MultiThreadIoEventLoopGroup(
            // As many as Gatehouse has: it is faster on two cores than with two.
            Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
            epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    loops.scheduleAtFixedRate(date::refresh, 1, 1, TimeUnit.SECONDS);
    Class<? extends ServerChannel> kind =
        epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
    new ServerBootstrap()
        .group(loops)
        .channel(kind)
        .option(ChannelOption.SO_BACKLOG, BACKLOG)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childHandler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel channel) {
                channel
                    .pipeline()
                    .addLast(new HttpServerCodec())
                    .addLast(new TextCompressor())
                    .addLast(new FileHandler(files, date));
              }
            })
        .bind(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
  }
}
