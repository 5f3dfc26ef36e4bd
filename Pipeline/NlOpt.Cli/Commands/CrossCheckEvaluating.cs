using System.Collections.Immutable;
using NlOpt.Cli.Screens;
using NlOpt.Datasets;
using NlOpt.Datasets.Generation;
using NlOpt.Evaluation;
using NlOpt.Modeling;
using NlOpt.Understanding.Weights;

namespace NlOpt.Cli.Commands;

/// <summary>One run of <c>nlopt eval cross-check</c>.</summary>
internal sealed class CrossCheckEvaluating(Terminal terminal, Engines engines)
{
    // Far from the seeds that the reader's training takes.
    private const int LogicSeed = 77_000;

    public int Run(CrossCheckRequest request, CancellationToken cancellationToken)
    {
        var found = Problems(request, cancellationToken);
        if (!found.TryGetValue(out var problems)) return FailureScreen.Refuse(terminal, found.Diagnostics);
        CrossCheckScores scores;
        using (var progress = new ProgressLine(terminal, "checking"))
        {
            scores = CrossCheckEvaluation.Execute(
                problems, request.Seed, run: new EvaluationOptions { Progress = step => progress.Show(step.Done, step.Total) },
                    cancellationToken: cancellationToken);
        }

        if (request.Json) CrossCheckScreen.WriteJson(terminal, scores);
        else CrossCheckScreen.Show(new Screen(terminal.Output), scores);
        return request.Items is not { } items || SavedFile.Save(terminal, items, CrossCheckLines.Of(scores), out var diagnostics)
            ? ExitCode.Done
            : FailureScreen.Refuse(terminal, diagnostics);
    }

    private Result<ImmutableArray<CrossCheckProblem>> Problems(CrossCheckRequest request, CancellationToken cancellationToken)
    {
        var loaded = JoinedSplits.Load(engines);
        if (!loaded.TryGetValue(out var splits)) return Result.Failure<ImmutableArray<CrossCheckProblem>>(loaded.Diagnostics);
        var weights = WeightsOf(request, splits);
        if (!weights.TryGetValue(out var weightsOf)) return Result.Failure<ImmutableArray<CrossCheckProblem>>(weights.Diagnostics);
        ImmutableArray<string> names = [.. splits.SelectMany(split => split.Problems.Select(_ => split.Name))];
        var labelled = CrossCheckSampling.Choose(
            splits, request.Problems, request.Seed, index => request.Splits is [] || request.Splits.Contains(names[index]) ? weightsOf(index) : null,
                Errata.Nl4Opt);
        var logic = request.Logic == 0
            ? []
            : CrossCheckSampling.Logic(new ProblemGenerator(engines.Solver.Value), request.Logic, LogicSeed + request.Seed,
                ReaderWeights.TrainSplitOnly, cancellationToken);
        return Result.Success<ImmutableArray<CrossCheckProblem>>([.. labelled, .. logic]);
    }

    /// <summary>For a position of the joined splits, weights that never saw its problem; null where there are none.</summary>
    private Result<Func<int, ReaderWeights?>> WeightsOf(CrossCheckRequest request, ImmutableArray<Nl4OptSplit> splits)
    {
        if (request.Folder is null)
        {
            // Without folds only the dev problems are unseen, by the weights that train alone gave.
            var unseen = splits.TakeWhile(split => split.Name != "dev").Sum(split => split.Problems.Length);
            return Result.Success<Func<int, ReaderWeights?>>(index => index >= unseen ? ReaderWeights.TrainSplitOnly : null);
        }

        var opened = FoldReaders.Open(terminal, request.Folder, splits, request.AcceptStale);
        if (!opened.TryGetValue(out var folder)) return Result.Failure<Func<int, ReaderWeights?>>(opened.Diagnostics);
        var folds = new Dictionary<int, ReaderWeights>();
        foreach (var fold in folder.Trained)
        {
            var read = folder.Load(fold);
            if (!read.TryGetValue(out var weights)) return Result.Failure<Func<int, ReaderWeights?>>(read.Diagnostics);
            folds[fold] = weights;
        }

        return Result.Success<Func<int, ReaderWeights?>>(index => folds.GetValueOrDefault(index % folder.Recipe.Folds));
    }
}
