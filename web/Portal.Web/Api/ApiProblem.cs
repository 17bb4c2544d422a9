using Portal.ServiceDefaults.Results;

namespace Portal.Web.Api;

/// <summary>Problem details (RFC 9457) of a service, as far as pages show them.</summary>
public sealed record ApiProblem
{
    /// <summary>HTTP status of the answer; 422 for what the pages refuse themselves.</summary>
    public int Status { get; init; } = StatusCodes.Status422UnprocessableEntity;

    /// <summary>Stable name of the failure.</summary>
    public string Code { get; init; } = "";

    /// <summary>What is wrong and what to do, for the person who reads the page.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The fields that are wrong.</summary>
    public IReadOnlyList<FieldProblem> Errors { get; init; } = [];

    /// <summary>Tries that are left, where the failure is a wrong code.</summary>
    public int? TriesLeft { get; init; }

    /// <summary>How long to wait, where the service said so.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether it would be done, had the second factor been proven of late.</summary>
    public bool IsStale => Code == "second-factor-stale";

    /// <summary>What is wrong with a field; the whole failure's text where no field is named.</summary>
    public string TextFor(string field) => ErrorOf(field) ?? Detail;

    /// <summary>
    /// What is wrong with a field or with a part of it, such as <c>scopes[1]</c>; null where nothing is.
    /// </summary>
    public string? ErrorOf(string field) => Errors.FirstOrDefault(
        error => error.Field == field || error.Field.StartsWith(field + "[", StringComparison.Ordinal))?.Detail;
}
