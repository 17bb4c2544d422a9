using Microsoft.Extensions.Time.Testing;
using Portal.TestServers.Containers;

namespace Portal.TestServers.Tests.Containers;

public sealed class EngineTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task An_engine_that_answers_is_enough() =>
        Assert.Null(await Engine.WhatIsMissingAsync(() => new Uri("unix:///var/run/docker.sock"), Patience, _time));

    [Fact]
    public async Task Without_an_engine_it_is_said_what_is_missing_and_how_to_go_on()
    {
        var missing = await Engine.WhatIsMissingAsync(() => null, Patience, _time);

        Assert.StartsWith("No container engine answers (looked for at DOCKER_HOST,", missing, StringComparison.Ordinal);
        Assert.Contains(
            "leave --containers out, and the tests run on the installed servers", missing, StringComparison.Ordinal);
        Assert.Contains("eng/containers/prove.sh", missing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_engine_that_never_answers_is_not_waited_for()
    {
        using var never = new ManualResetEventSlim();
        var asked = new TaskCompletionSource();
        var missing = Engine.WhatIsMissingAsync(
            () =>
            {
                asked.SetResult();
                never.Wait();
                return null;
            },
            Patience,
            _time);
        await asked.Task;

        _time.Advance(Patience);

        Assert.StartsWith(
            "The container engine took the call but did not answer for 10 s", await missing, StringComparison.Ordinal);
        never.Set();
    }
}
