using System.Globalization;
using NlOpt.Dialogue.Conversation;
using NlOpt.Dialogue.Files;
using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Cli.Chat;

/// <summary>
/// Where a conversation is kept: written whole after every message. What cannot be written stays in memory and is written with the next message.
/// </summary>
/// <param name="folder">The folder of conversations; null where there is no place for one.</param>
/// <param name="clock">Gives new files their names.</param>
internal sealed class ChatFile(string? folder, TimeProvider clock)
{
    private const string Extension = ".json";

    private bool _hasWarned;

    /// <summary>The file; null until it is first written, or where there is no place for it.</summary>
    public string? Path { get; private set; }

    /// <summary>Whether the last save did not succeed.</summary>
    public bool IsBehind { get; private set; }

    /// <summary>Goes on with a file.</summary>
    public void Continue(string path) => (Path, IsBehind) = (path, false);

    /// <summary>Goes on with a new file.</summary>
    public void StartNew() => (Path, IsBehind) = (null, false);

    /// <summary>Saves the conversation.</summary>
    /// <returns>Something to tell: that it cannot be saved, once, or that it can be again; null for nothing.</returns>
    public Diagnostic? Save(SavedTranscript saved)
    {
        if (folder is null && Path is null)
        {
            IsBehind = true;
            return Once(Diagnostic.Warning(
                "chat.unsaved", "this conversation is not saved: there is no home folder", remedy: "set XDG_STATE_HOME, or use /save FILE"));
        }

        var written = Write(Path ??= NewPath(folder!), saved);
        var wasBehind = IsBehind;
        IsBehind = !written.IsSuccess;
        if (written.IsSuccess)
        {
            return wasBehind
                ? Diagnostic.Warning("chat.saved-again", $"the conversation is saved again, with all that was said, in {Path}")
                : null;
        }

        return Once(Diagnostic.Warning(
            "chat.unsaved",
            $"this conversation cannot be saved for now: {written.Diagnostics[0].Message}",
            new DiagnosticLocation(Source: Path),
            "it goes on all the same, and is saved as soon as that is possible; /save FILE puts it elsewhere"));
    }

    /// <summary>Writes a conversation to a file.</summary>
    public static Result<string> Write(string path, SavedTranscript saved)
    {
        try
        {
            return TranscriptFile.Save(path, Sound(saved));
        }
        catch (ArgumentException error)
        {
            return Result.Failure<string>(Diagnostic.Error(
                "output.unwritable", $"it cannot be written: {error.Message}", new DiagnosticLocation(Source: path)));
        }
    }

    /// <summary>The conversation that was written last; null where there is none.</summary>
    public string? Latest()
    {
        try
        {
            return folder is null || !Directory.Exists(folder)
                ? null
                : new DirectoryInfo(folder).EnumerateFiles("*" + Extension).OrderByDescending(file => file.LastWriteTimeUtc)
                    .ThenByDescending(file => file.Name, StringComparer.Ordinal).FirstOrDefault()?.FullName;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>
    /// A file reads back only with formulations that pass the check; one in the making may not, and is made again from what was said.
    /// </summary>
    public static SavedTranscript Sound(SavedTranscript saved) => saved with
    {
        Transcript = new Transcript([.. saved.Transcript.Turns.Select(
            turn => turn.Formulation is { } formulation && !IsSound(formulation) ? turn with { Formulation = null } : turn)]),
    };

    /// <summary>Whether a formulation can be written and read back.</summary>
    public static bool IsSound(ProblemFormulation formulation) =>
        !FormulationCheck.Check(formulation).Any(finding => finding.Severity == DiagnosticSeverity.Error);

    private Diagnostic? Once(Diagnostic warning)
    {
        if (_hasWarned) return null;
        _hasWarned = true;
        return warning;
    }

    private string NewPath(string place)
    {
        MakePrivate(place);
        var stem = System.IO.Path.Combine(place, clock.GetLocalNow().ToString("yyyy-MM-dd-HHmmss", CultureInfo.InvariantCulture));
        var path = stem + Extension;
        for (var number = 2; File.Exists(path); number++) path = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}{Extension}");
        return path;
    }

    /// <summary>What people say about their business is nobody else's: the folder is made for its owner alone.</summary>
    private static void MakePrivate(string place)
    {
        try
        {
            if (!OperatingSystem.IsWindows())
                Directory.CreateDirectory(place, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Saving then says why it cannot.
        }
    }
}
