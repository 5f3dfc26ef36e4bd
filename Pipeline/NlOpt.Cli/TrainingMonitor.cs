using System.Globalization;
using NlOpt.Cli.Screens;
using NlOpt.Policies.Training;
using Spectre.Console.Rendering;

namespace NlOpt.Cli;

/// <summary>
/// Tells how a training goes, on standard error: where a person watches, a screen that is painted over; where not, a line now and then. Called on
/// the training thread alone.
/// </summary>
internal sealed class TrainingMonitor : IDisposable
{
    private const int MillisecondsBetweenPaints = 250;
    private const int SmoothedUpdates = 50;
    private const int MostKept = 20_000;
    private const int SparklineWidth = 60;

    private readonly Terminal _terminal;
    private readonly string _what;
    private readonly int? _updates;
    private readonly double? _minutes;
    private readonly bool _paints;
    private readonly Queue<double> _recent = new();
    private readonly List<double> _costs = [];
    private double? _panel, _best, _bound, _gap, _norm;
    private long _nextPaint;
    private double _nextLine = 1;
    private int _paintedLines;
    private TrainingProgress? _last;

    /// <param name="terminal">Where to tell it.</param>
    /// <param name="what">What is trained, for the heading.</param>
    /// <param name="updates">The budget in updates; null for none.</param>
    /// <param name="minutes">The budget in minutes; null for none.</param>
    public TrainingMonitor(Terminal terminal, string what, int? updates, double? minutes)
    {
        (_terminal, _what, _updates, _minutes) = (terminal, what, updates, minutes);
        _paints = terminal.ShowsProgress && terminal.Error.Profile.Capabilities.Ansi;
        FailureScreen.Say(terminal, $"training {what}; Ctrl-C stops and keeps the best so far");
    }

    /// <summary>Takes the next point of the training curve.</summary>
    public void Show(TrainingProgress progress)
    {
        _last = progress;
        if (progress.Cost is { } cost)
        {
            _recent.Enqueue(cost);
            if (_recent.Count > SmoothedUpdates) _recent.Dequeue();
            _costs.Add(_recent.Average());
            if (_costs.Count == MostKept) Thin();
        }

        if (progress.PanelCost is { } panel) (_panel, _best) = (panel, Math.Min(_best ?? panel, panel));
        (_bound, _gap, _norm) = (progress.Bound ?? _bound, progress.CostGap ?? _gap, progress.GradientNorm ?? _norm);
        if (_paints) PaintNowAndThen();
        else SayNowAndThen(progress);
    }

    /// <summary>Leaves the last screen standing.</summary>
    public void Dispose()
    {
        if (!_paints || _last is null) return;
        Paint(_last);
        _terminal.ErrorWriter.WriteLine();
    }

    private double? Cost => _recent.Count == 0 ? null : _recent.Average();

    /// <summary>How far the cost that training sees lies above the proved bound.</summary>
    private double? RelativeGap => Cost is { } cost && _bound is { } bound && bound != 0 ? (cost - bound) / Math.Abs(bound) : null;

    private void PaintNowAndThen()
    {
        if (Environment.TickCount64 < _nextPaint) return;
        _nextPaint = Environment.TickCount64 + MillisecondsBetweenPaints;
        Paint(_last!);
    }

    private void Paint(TrainingProgress now)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var screen = new Screen(Terminal.Create(text, color: true, _terminal.Error.Profile.Width));
        screen.Heading(_what);
        var rows = new List<IRenderable[]>
        {
            Row("time", Elapsed(now), "updates", Updates(now)),
            Row("cost", FigureWords.Cost(Cost), "failures", FigureWords.Count(now.Failures)),
        };
        if (_panel is not null) rows.Add(Row("panel", FigureWords.Cost(_panel), "best", FigureWords.Cost(_best)));
        if (_bound is not null) rows.Add(Row("bound", FigureWords.Cost(_bound), "gap", FigureWords.SignedPercent(RelativeGap)));
        if (_norm is not null) rows.Add(Row("gradient", Norm(_norm), "library lacks", FigureWords.Cost(_gap)));
        screen.Columns(rows);
        if (_costs.Count > 1) screen.Paragraph($"{Sparkline.Of(_costs, SparklineWidth)}  cost", Screen.Algebra);
        // One write, so that the screen does not flicker: up to where the last one began, and clear from there.
        var back = _paintedLines > 0 ? string.Create(CultureInfo.InvariantCulture, $"\u001b[{_paintedLines}A\u001b[0J") : "";
        var painted = text.ToString();
        _terminal.ErrorWriter.Write(back + painted);
        _paintedLines = painted.Count(character => character == '\n');
    }

    private void SayNowAndThen(TrainingProgress now)
    {
        var seconds = now.Elapsed.TotalSeconds;
        if (seconds < _nextLine) return;
        _nextLine = Math.Min(Math.Max(1.5 * seconds, seconds + 1), seconds + 60);
        var line = $"{Elapsed(now)}: update {Updates(now)}, cost {FigureWords.Cost(Cost)}";
        if (_panel is not null) line += $", panel {FigureWords.Cost(_panel)}";
        if (_bound is not null) line += $", bound {FigureWords.Cost(_bound)}, gap {FigureWords.SignedPercent(RelativeGap)}";
        if (_norm is not null) line += $", gradient {Norm(_norm)}";
        _terminal.ErrorWriter.WriteLine($"  {line}, failures {FigureWords.Count(now.Failures)}");
    }

    private string Elapsed(TrainingProgress now) =>
        FigureWords.Duration(now.Elapsed.TotalSeconds) + (_minutes is { } minutes ? $" of {FigureWords.Duration(60 * minutes)}" : "");

    private string Updates(TrainingProgress now) => FigureWords.Count(now.Updates) + (_updates is { } updates ? $" of {FigureWords.Count(updates)}" : "");

    private void Thin()
    {
        for (var index = 0; index < MostKept / 2; index++) _costs[index] = (_costs[2 * index] + _costs[2 * index + 1]) / 2;
        _costs.RemoveRange(MostKept / 2, MostKept / 2);
    }

    private static string Norm(double? norm) => norm is { } length ? length.ToString("0.00e+0", CultureInfo.InvariantCulture) : FigureWords.None;

    private static IRenderable[] Row(string name, string value, string otherName, string otherValue) =>
    [
        Screen.Words(name, Screen.Faint), Screen.Words(value, Screen.Strong), Screen.Words("   " + otherName, Screen.Faint), Screen.Words(otherValue),
    ];
}
