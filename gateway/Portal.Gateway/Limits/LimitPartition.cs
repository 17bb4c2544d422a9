namespace Portal.Gateway.Limits;

/// <summary>Who shares a bucket.</summary>
internal enum LimitPartition
{
    /// <summary>The requests of one address.</summary>
    Address,

    /// <summary>The requests of one client, subject and whoever acts for it; those without a token by their address.</summary>
    Caller,

    /// <summary>The requests of one address, and besides those in the name of one client id (HTTP Basic).</summary>
    AddressAndClient,
}
