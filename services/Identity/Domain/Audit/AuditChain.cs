using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using Portal.Insurance;

namespace Portal.Identity.Domain.Audit;

/// <summary>
/// The hashes that bind a trail. They are keyed, so that whoever can write the database, but does not hold the key,
/// can't make a new chain that fits either.
/// </summary>
internal sealed class AuditChain(byte[] key)
{
    /// <summary>What the first entry is bound to.</summary>
    public static byte[] Beginning { get; } = new byte[HMACSHA256.HashSizeInBytes];

    private const int NumberBytes = 8;
    private const int IdBytes = 16;

    /// <summary>Makes the entry that follows another.</summary>
    /// <param name="before">Hash of the entry before, or <see cref="Beginning"/>.</param>
    /// <param name="number">Place of the new entry.</param>
    /// <param name="fact">What happened; its instant is taken to the microsecond, as the database keeps it.</param>
    public AuditEntry Append(byte[] before, long number, AuditFact fact)
    {
        var kept = AuditText.Storable(fact) with
        {
            At = new DateTimeOffset(
                fact.At.UtcTicks - (fact.At.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero),
        };
        var searchText = TextFolding.Fold($"{kept.ActorName}\n{kept.Target}\n{kept.Detail}");
        return new AuditEntry
        {
            AgencyId = kept.AgencyId,
            Number = number,
            Fact = kept,
            AccountId = kept.AccountId,
            ActorId = kept.ActorId,
            DelegationId = kept.DelegationId,
            Action = kept.Action,
            At = kept.At,
            SearchText = searchText,
            Hash = HashOf(before, number, kept, searchText),
        };
    }

    /// <summary>
    /// Whether an entry is what was appended after another: its place, every part of it, and what it is searched by.
    /// </summary>
    public bool Fits(AuditEntry entry, byte[] before, long number) =>
        entry.Number == number
        && CryptographicOperations.FixedTimeEquals(entry.Hash, HashOf(before, number, entry.Fact, entry.SearchText))
        && entry.AgencyId == entry.Fact.AgencyId
        && entry.AccountId == entry.Fact.AccountId
        && entry.ActorId == entry.Fact.ActorId
        && entry.DelegationId == entry.Fact.DelegationId
        && entry.Action == entry.Fact.Action
        && entry.At == entry.Fact.At;

    /// <summary>Says how far a trail goes, so that what is missing at its end is noticed.</summary>
    /// <param name="agencyId">Whose trail it is.</param>
    /// <param name="entries">How many entries there are.</param>
    /// <param name="last">Hash of the last, or <see cref="Beginning"/>.</param>
    public AuditHead Head(Guid agencyId, long entries, byte[] last) =>
        new() { AgencyId = agencyId, Entries = entries, Hash = last, Seal = SealOf(agencyId, entries, last) };

    /// <summary>Whether a head was made by <see cref="Head"/>.</summary>
    public bool IsSealed(AuditHead head) =>
        CryptographicOperations.FixedTimeEquals(head.Seal, SealOf(head.AgencyId, head.Entries, head.Hash));

    // Begins with a word, where an entry begins with a hash, so that neither passes for the other.
    private byte[] SealOf(Guid agencyId, long entries, byte[] last)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData("head of an audit trail"u8);
        hash.AppendData(agencyId.ToByteArray(bigEndian: true));
        Span<byte> count = stackalloc byte[NumberBytes];
        BinaryPrimitives.WriteInt64BigEndian(count, entries);
        hash.AppendData(count);
        hash.AppendData(last);
        return hash.GetHashAndReset();
    }

    // The fact is hashed as its parts in order, each with its length, so that nothing can move from one part to
    // another. What it is searched by is hashed as it was written, since a later version may fold more letters.
    private byte[] HashOf(byte[] before, long number, AuditFact fact, string searchText)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(before);
        Span<byte> numberBytes = stackalloc byte[NumberBytes];
        BinaryPrimitives.WriteInt64BigEndian(numberBytes, number);
        hash.AppendData(numberBytes);
        Span<byte> id = stackalloc byte[IdBytes];
        fact.AgencyId.TryWriteBytes(id, bigEndian: true, out _);
        hash.AppendData(id);
        string?[] parts =
        [
            fact.AccountId?.ToString(), fact.ActorId, fact.ActorName, fact.ActorRole, fact.OnBehalfOf,
            fact.DelegationId?.ToString(),
            fact.SessionId?.ToString(), fact.Action, fact.Target, fact.Outcome.ToString(), fact.Detail, fact.From,
            fact.At.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture), searchText,
        ];
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(parts));
        return hash.GetHashAndReset();
    }
}
