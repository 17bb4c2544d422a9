namespace Portal.Gateway.Limits;

/// <summary>Who shares a bucket.</summary>
internal enum LimitPartition
{
    /// <summary>
    /// The requests of one address: before sign-in, requests in another person's name must not use up that person's
    /// limit.
    /// </summary>
    Address,

    /// <summary>
    /// The requests of one client, subject and the one who acts for it; those without a token by their address.
    /// </summary>
    Caller,
}
