namespace Portal.Contracts.Certificates;

/// <summary>The agency as a holder needs it to ask back.</summary>
public sealed record ProducerSnapshot
{
    /// <summary>Name of the agency.</summary>
    public required string Name { get; init; }

    /// <summary>Person to ask at the agency.</summary>
    public required string ContactName { get; init; }

    /// <summary>Telephone number as it is written.</summary>
    public required string Phone { get; init; }

    /// <summary>Email address of the agency.</summary>
    public required string Email { get; init; }
}
