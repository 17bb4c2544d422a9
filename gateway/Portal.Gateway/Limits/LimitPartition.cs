namespace Portal.Gateway.Limits;

/// <summary>Who shares a bucket.</summary>
internal enum LimitPartition
{
    /// <summary>The requests of one address: where nobody is proved yet, whose name is given must not use up what its owner has.</summary>
    Address,

    /// <summary>The requests of one client, subject and whoever acts for it; those without a token by their address.</summary>
    Caller,
}
