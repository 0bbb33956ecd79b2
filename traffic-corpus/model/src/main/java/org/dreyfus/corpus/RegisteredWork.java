package org.dreyfus.corpus;

/**
 * A work that is registered as "all rights reserved, no licence to distribute", by everything that
 * tells its file from others. The same bytes in the hands of an authorised distributor (pairs of
 * type L) have the same identifiers: a product that knows them all still cannot tell who has leave.
 *
 * @param title as a player or a search would show it
 * @param mediaType IANA media type
 * @param sizeBytes length of the file
 * @param sha256 digest of the file, lower-case hex
 * @param infoHash SHA-1 of its torrent's info dictionary (BEP 3: one file, pieces of 16 KiB),
 *     lower-case hex
 * @param ed2kHash MD4 (RFC 1320) of the file, or of the MD4 digests of its parts of 9,728,000 bytes
 *     when it has more than one; lower-case hex
 */
public record RegisteredWork(
    String title,
    String mediaType,
    long sizeBytes,
    String sha256,
    String infoHash,
    String ed2kHash) {}
