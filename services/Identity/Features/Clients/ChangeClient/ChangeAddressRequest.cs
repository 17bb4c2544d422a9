namespace Portal.Identity.Features.Clients.ChangeClient;

/// <summary>A postal address in the United States; what is not given stays.</summary>
public sealed record ChangeAddressRequest
{
    public string? Street { get; init; }

    public string? City { get; init; }

    /// <summary>Two-letter USPS code.</summary>
    public string? State { get; init; }

    public string? Zip { get; init; }
}
