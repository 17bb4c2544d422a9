using System.Reflection;
using Aspire.Hosting;

namespace Portal.AppHost.Native;

/// <summary>
/// Lets a test run an app host's entry point up to <c>Build()</c>: the description is handed to the test, and the entry
/// point goes on when the test builds it.
/// </summary>
internal sealed class Interception(Assembly appHost)
{
    private static readonly AsyncLocal<Interception?> Ambient = new();

    private readonly TaskCompletionSource<DistributedApplicationBuilder> _described = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<DistributedApplication> _built = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static Interception? Current => Ambient.Value;

    /// <summary>Ends when the test is done with the system.</summary>
    public Task Released => _released.Task;

    public async Task<DistributedApplicationBuilder> RunEntryPointAsync(string[] args)
    {
        var thread = new Thread(() => RunEntryPoint(args)) { IsBackground = true, Name = "app host" };
        thread.Start();
        return await _described.Task;
    }

    public DistributedApplicationBuilder CreateBuilder(string[] args) => new(args, appHost);

    /// <summary>Called by the entry point's <c>Build()</c>.</summary>
    public DistributedApplication Hold(DistributedApplicationBuilder builder)
    {
        _described.SetResult(builder);
        return _built.Task.GetAwaiter().GetResult();
    }

    public void Build(DistributedApplication application) => _built.TrySetResult(application);

    public void Release()
    {
        _built.TrySetCanceled();
        _released.TrySetResult();
    }

    private void RunEntryPoint(string[] args)
    {
        Ambient.Value = this;
        try
        {
            var entry = appHost.EntryPoint
                ?? throw new DistributedApplicationException($"{appHost.GetName().Name} has no entry point.");
            entry.Invoke(obj: null, entry.GetParameters().Length == 0 ? [] : [args]);
            _described.TrySetException(new DistributedApplicationException($"{appHost.GetName().Name} ended without a call of Build()."));
        }
        catch (TargetInvocationException problem) when (problem.InnerException is OperationCanceledException)
        {
            // The test let go of the description without building it.
            _described.TrySetCanceled();
        }
        catch (TargetInvocationException problem)
        {
            _described.TrySetException(problem.InnerException!);
        }
        catch (DistributedApplicationException problem)
        {
            _described.TrySetException(problem);
        }
    }
}
