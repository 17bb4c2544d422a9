namespace Portal.Identity.Domain.Revocations;

/// <summary>What ended before its time.</summary>
internal enum RevocationKind
{
    /// <summary>A session; the key is its id (sid).</summary>
    Session,

    /// <summary>A delegation; the key is its id.</summary>
    Delegation,

    /// <summary>Every token that a client has; the key is its client_id.</summary>
    Client,

    /// <summary>One token; the key is its jti.</summary>
    Token,
}
