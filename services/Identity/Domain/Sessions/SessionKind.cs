namespace Portal.Identity.Domain.Sessions;

/// <summary>Whose session it is.</summary>
internal enum SessionKind
{
    /// <summary>A person at a client, in one of the client's accounts.</summary>
    Client,

    /// <summary>A person of the agency.</summary>
    Staff,
}
