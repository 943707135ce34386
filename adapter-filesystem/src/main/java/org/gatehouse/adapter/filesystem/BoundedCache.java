package org.gatehouse.adapter.filesystem;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Values under keys, bounded in number and in weight. Looking up takes no lock and makes no
 * garbage.
 *
 * <p>What goes first is what has not been used since the hand of the clock last passed it ("second
 * chance"); so one pass over many keys that are never asked for again leaves the popular ones.
 */
final class BoundedCache<K, V> {
  private final int mostEntries;
  private final long mostOctets;
  private final Consumer<V> dropped;
  private final ConcurrentHashMap<K, Node<V>> nodes = new ConcurrentHashMap<>();

  /** Guarded by this object, like the sum of the weights. The eldest is where the hand points. */
  private final LinkedHashMap<K, Node<V>> clock = new LinkedHashMap<>();

  private long octets;

  private static final class Node<V> {
    private final V value;
    private long octets;
    private volatile boolean used;

    private Node(V value, long octets) {
      this.value = value;
      this.octets = octets;
    }
  }

  BoundedCache(int mostEntries, long mostOctets) {
    this(mostEntries, mostOctets, value -> {});
  }

  /** A cache that tells of each value it does not keep any more. */
  BoundedCache(int mostEntries, long mostOctets, Consumer<V> dropped) {
    this.mostEntries = mostEntries;
    this.mostOctets = mostOctets;
    this.dropped = dropped;
  }

  /** The value under a key, or null: an answer without an allocation. */
  V get(K key) {
    Node<V> node = nodes.get(key);
    if (node == null) {
      return null;
    }
    if (!node.used) {
      node.used = true;
    }
    return node.value;
  }

  /** Keeps a value, in place of what the key had; not if it is heavier than everything may be. */
  synchronized void put(K key, V value, long weight) {
    remove(key);
    if (weight <= mostOctets) {
      Node<V> node = new Node<>(value, weight);
      nodes.put(key, node);
      clock.put(key, node);
      octets += weight;
      evict();
    } else {
      dropped.accept(value);
    }
  }

  /** Tells that a value has become heavier, if the key still has this very value. */
  synchronized void grow(K key, V value, long more) {
    Node<V> node = nodes.get(key);
    if (node != null && node.value == value) {
      node.octets += more;
      octets += more;
      evict();
    }
  }

  /** Forgets what a key has. */
  synchronized void remove(K key) {
    Node<V> node = clock.remove(key);
    if (node != null) {
      drop(key, node);
    }
  }

  private void drop(K key, Node<V> node) {
    nodes.remove(key);
    octets -= node.octets;
    dropped.accept(node.value);
  }

  private void evict() {
    while (octets > mostOctets || clock.size() > mostEntries) {
      Iterator<Map.Entry<K, Node<V>>> hand = clock.entrySet().iterator();
      Map.Entry<K, Node<V>> eldest = hand.next();
      K key = eldest.getKey();
      Node<V> node = eldest.getValue();
      hand.remove();
      if (node.used) {
        node.used = false;
        clock.put(key, node);
      } else {
        drop(key, node);
      }
    }
  }

  int size() {
    return nodes.size();
  }

  synchronized long octets() {
    return octets;
  }
}
