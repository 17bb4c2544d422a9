using Aspire.Hosting;
using Portal.AppHost.Tests.Running;
using Portal.LocalHosting.Processes;

namespace Portal.AppHost.Tests.Hosting;

public sealed class InstalledProgramTests
{
    [Fact]
    public void Missing_programs_are_answered_with_the_commands_that_install_them()
    {
        InstalledProgram[] programs =
        [
            new("no-such-server", "rabbitmq-server", "/nowhere/no-such-server"),
            new("sh", "dash"),
            new("no-such-database", "postgresql"),
        ];

        var problem = Assert.Throws<DistributedApplicationException>(() => InstalledProgram.Require(programs));

        Assert.Equal(
            "'no-such-server' is not installed. Install it with: apt-get install -y rabbitmq-server\n"
            + "'no-such-database' is not installed. Install it with: apt-get install -y postgresql",
            problem.Message);
    }

    [Fact]
    public async Task Nothing_is_started_when_a_program_is_missing()
    {
        var builder = SmallSystem.Describe(out var data);
        builder.AddExecutable("present", "sleep", "/tmp", "1000");
        builder.AddExecutable("absent", "no-such-program", "/tmp");
        await using var application = builder.Build();

        var problem = await Assert.ThrowsAsync<DistributedApplicationException>(
            () => application.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("apt-get install -y no-such-program", problem.Message, StringComparison.Ordinal);
        Assert.Empty(LeftoverProcesses.Of(data.Root));
    }
}
