using System.Diagnostics.CodeAnalysis;

namespace Portal.Web.Api;

/// <summary>What a service answered: a value, or why not.</summary>
internal sealed class ApiResult<T>
    where T : class
{
    public ApiResult(T value) => Value = value;

    public ApiResult(ApiProblem problem) => Problem = problem;

    /// <summary>The value; null when the service refused.</summary>
    public T? Value { get; }

    /// <summary>Why the service refused; null when it did not.</summary>
    public ApiProblem? Problem { get; }

    [MemberNotNullWhen(true, nameof(Problem))]
    [MemberNotNullWhen(false, nameof(Value))]
    public bool Refused => Problem is not null;
}
