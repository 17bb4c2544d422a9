namespace Portal.LocalHosting.Data;

/// <summary>What a process says, in a file; one that grows large is put aside once.</summary>
internal sealed class LogFile : IDisposable
{
    private const long Limit = 32 * 1024 * 1024;

    private readonly string _path;
    private StreamWriter _writer;

    public LogFile(string path)
    {
        _path = path;
        _writer = Open();
    }

    public void Write(string line)
    {
        _writer.WriteLine(line);
        if (_writer.BaseStream.Length > Limit)
        {
            _writer.Dispose();
            File.Move(_path, _path + ".1", overwrite: true);
            _writer = Open();
        }
    }

    public void Dispose() => _writer.Dispose();

    private StreamWriter Open() => new(_path, append: false) { AutoFlush = true };
}
