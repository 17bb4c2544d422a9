using System.Net;
using Portal.Testing.Answers;
using Portal.Testing.Running.Answers;

namespace Portal.Testing.Running;

/// <summary>What a browser was answered, read to its end.</summary>
public sealed record PortalAnswer(HttpStatusCode Status, string Text)
{
    /// <summary>The status with the problem's code, which whatever is no refusal does not have.</summary>
    public (HttpStatusCode Status, string? Code) Refusal =>
        (Status, Text.Length > 0 ? Read<ProblemAnswer>().Code : null);

    /// <summary>Reads a response to its end.</summary>
    public static async Task<PortalAnswer> OfAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        new(response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));

    /// <summary>The body, whatever the status is.</summary>
    public T Read<T>() => JsonAnswers.ReadPart<T>(Text);

    /// <summary>The body, where the status is the expected one.</summary>
    public T Expect<T>(HttpStatusCode status)
    {
        Expect(status);
        return Read<T>();
    }

    /// <summary>Demands the expected status.</summary>
    public void Expect(HttpStatusCode status)
    {
        if (Status != status)
        {
            throw new InvalidOperationException($"{(int)Status} was answered in place of {(int)status}: {Text}");
        }
    }
}
