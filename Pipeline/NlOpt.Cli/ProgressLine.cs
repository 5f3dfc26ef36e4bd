using System.Globalization;

namespace NlOpt.Cli;

/// <summary>
/// Progress on standard error: one line that is overwritten where a person watches, a line every tenth part where not. Safe to call from
/// many threads.
/// </summary>
internal sealed class ProgressLine(Terminal terminal, string what) : IDisposable
{
    private readonly Lock _lock = new();
    private int _shownTenth;
    private bool _isOpen;

    public void Show(int done, int total)
    {
        lock (_lock)
        {
            if (terminal.ShowsProgress)
            {
                terminal.ErrorWriter.Write(string.Create(CultureInfo.InvariantCulture, $"\r{what}: {done} of {total}"));
                _isOpen = true;
                return;
            }

            var tenth = (int)(10L * done / Math.Max(1, total));
            if (tenth <= _shownTenth) return;
            _shownTenth = tenth;
            terminal.ErrorWriter.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {done} of {total}"));
        }
    }

    /// <summary>Ends the overwritten line.</summary>
    public void Dispose()
    {
        if (_isOpen) terminal.ErrorWriter.WriteLine();
    }
}
