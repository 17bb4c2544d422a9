using System.Diagnostics.CodeAnalysis;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Http;

/// <summary>What a use case answers: a value, or everything that is wrong with the request at once.</summary>
internal sealed class Outcome<T>
    where T : class
{
    private Outcome(T? value, IReadOnlyList<Error> problems) => (Value, Problems) = (value, problems);

    public T? Value { get; }

    /// <summary>Empty on success.</summary>
    public IReadOnlyList<Error> Problems { get; }

    [MemberNotNullWhen(false, nameof(Value))]
    public bool Failed => Problems.Count > 0;

    public static implicit operator Outcome<T>(T value) => new(value, []);

    public static implicit operator Outcome<T>(Error problem) => new(null, [problem]);

    public static Outcome<T> Fail(IReadOnlyList<Error> problems) => new(null, problems);
}
