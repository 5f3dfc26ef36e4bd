using System.Collections.Immutable;
using NlOpt.Cli.Screens;
using NlOpt.Datasets;
using NlOpt.Evaluation;
using NlOpt.Modeling;
using NlOpt.Understanding.Training;

namespace NlOpt.Cli;

/// <summary>Opens a folder of fold weights for measuring: never with weights of other data, and with those of another trainer only on demand.</summary>
internal static class FoldReaders
{
    /// <summary>Opens it.</summary>
    /// <param name="terminal">Is told when stale weights are accepted.</param>
    /// <param name="path">The folder.</param>
    /// <param name="splits">The data sets to measure on, joined in this order.</param>
    /// <param name="acceptsStale">Whether weights that other sources of the training gave will do.</param>
    /// <returns>The folder, or those of <see cref="FoldFolder.Open"/>, <c>folds.other-data</c>, <c>folds.stale</c>.</returns>
    public static Result<FoldFolder> Open(Terminal terminal, string path, ImmutableArray<Nl4OptSplit> splits, bool acceptsStale)
    {
        var opened = FoldFolder.Open(path);
        if (!opened.TryGetValue(out var folder)) return opened;
        // Which problems a fold holds out follows from the data it is cut from, which stand first; what it was trained on besides is free.
        if (!splits.Select(split => split.Sha256).SequenceEqual(folder.Recipe.Data.Take(splits.Length).Select(data => data.Sha256)))
            return Refuse("folds.other-data", "the folds were cut from other data, so that some were trained on what they would be measured on");
        if (folder.Recipe.Trainer == ReaderTraining.SourceChecksum) return opened;
        if (!acceptsStale)
            return Refuse("folds.stale", "the fold weights were trained by other sources than this build has", " or measure as it is with --accept-stale");
        FailureScreen.Say(terminal, "these fold weights were trained by OTHER SOURCES than this build has; scores may be off");
        return opened;

        Result<FoldFolder> Refuse(string code, string message, string other = "") => Result.Failure<FoldFolder>(Diagnostic.Error(
            code, message, new DiagnosticLocation(Source: path), $"train the folds with 'nlopt eval cross --train'{other}"));
    }
}
