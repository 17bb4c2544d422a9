namespace Portal.Persistence.Outbox.Relay;

/// <summary>How one pass of the relay went.</summary>
internal enum RelayResult
{
    /// <summary>There was nothing to send.</summary>
    Nothing,

    /// <summary>A batch was dealt with; there may be more.</summary>
    Progress,

    /// <summary>The broker did not take everything; what it did not take waits.</summary>
    Interrupted,
}
