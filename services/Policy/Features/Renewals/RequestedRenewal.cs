using Portal.Policies.Domain.Policies;

namespace Portal.Policies.Features.Renewals;

/// <summary>One policy of a renewal, as it was understood.</summary>
internal sealed record RequestedRenewal
{
    public required PolicyId PolicyId { get; init; }

    public required DateOnly Effective { get; init; }

    public required DateOnly Expiration { get; init; }

    public required TermChange Change { get; init; }

    public required string? Reason { get; init; }

    /// <summary>The request's If-Match.</summary>
    public string? IfMatch { get; init; }

    /// <summary>Where the renewal stands in the request, such as <c>renewals[1].</c>, for problems to name.</summary>
    public string Path { get; init; } = "";
}
