using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Portal.ServiceDefaults.Results;

namespace Portal.Testing.Answers;

/// <summary>Why a request was refused (RFC 9457), with what the portal adds to it.</summary>
public sealed class Problem : ProblemDetails
{
    public const string MediaType = "application/problem+json";

    /// <summary>Stable name of the failure.</summary>
    public required string Code { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraceId { get; init; }

    /// <summary>The fields that are wrong, where there are such.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FieldProblem>? Errors { get; init; }

    /// <summary>How often a code may still be wrong; null where none was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? TriesLeft { get; init; }
}
