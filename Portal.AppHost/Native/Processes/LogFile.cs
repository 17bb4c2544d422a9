namespace Portal.AppHost.Native.Processes;

/// <summary>What a process says, in a file and, the last of it, in memory.</summary>
internal sealed class LogFile : IDisposable
{
    private const int Remembered = 200;
    private const long Limit = 32 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly Queue<string> _last = new(Remembered);
    private readonly string _path;
    private StreamWriter _writer;

    public LogFile(string path)
    {
        _path = path;
        _writer = Open();
    }

    public IReadOnlyList<string> Last
    {
        get
        {
            lock (_gate)
            {
                return [.. _last];
            }
        }
    }

    public void Write(string line)
    {
        lock (_gate)
        {
            if (_last.Count == Remembered)
            {
                _last.Dequeue();
            }

            _last.Enqueue(line);
            if (_writer.BaseStream.CanWrite)
            {
                _writer.WriteLine(line);
                RollWhenLarge();
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _writer.Dispose();
        }
    }

    private StreamWriter Open() => new(_path, append: false) { AutoFlush = true };

    private void RollWhenLarge()
    {
        if (_writer.BaseStream.Length > Limit)
        {
            _writer.Dispose();
            File.Move(_path, _path + ".1", overwrite: true);
            _writer = Open();
        }
    }
}
