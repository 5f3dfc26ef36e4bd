using System.Reflection;
using NlOpt.Understanding.Weights;

namespace NlOpt.Understanding.Training;

/// <summary>Trains the weights of the embedded reader. The same problems, seed and version give the same bytes.</summary>
public static class ReaderTraining
{
    /// <summary>The seed that the shipped weights were trained with.</summary>
    public const int DefaultSeed = 1;

    /// <summary>Fewest problems with labelled spans that training accepts.</summary>
    public const int FewestProblems = 20;

    /// <summary>
    /// Checksum of the sources that decide what training gives, as this build was compiled from them: other sources may give other weights for the
    /// same problems and seed. What only words a reading (statements, questions, refusals) is not part of it.
    /// </summary>
    public static string SourceChecksum { get; } = typeof(ReaderTraining).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(metadata => metadata.Key == "TrainingSources").Value!;

    /// <summary>Trains on labelled problems; takes a minute or two for a thousand.</summary>
    /// <param name="problems">The problems; those without labelled spans are left out.</param>
    /// <param name="data">The files they come from, kept in the weights so that in-sample scores can be told.</param>
    /// <param name="seed">Decides orders and samples.</param>
    /// <param name="progress">Is told what is being trained; null for no one.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    /// <returns>The content of a weights file.</returns>
    /// <exception cref="ArgumentException">Fewer than <see cref="FewestProblems"/> problems have labelled spans that are not known to be wrong.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static byte[] Train(
        IReadOnlyList<LabelledProblem> problems,
        IReadOnlyList<TrainingData> data,
        int seed = DefaultSeed,
        Action<string>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problems);
        ArgumentNullException.ThrowIfNull(data);
        if (problems.Count(problem => problem.Spans.Length > 0 && !problem.IsMislabelled) < FewestProblems)
            throw new ArgumentException($"Training needs at least {FewestProblems} problems with labelled spans.", nameof(problems));
        var models = new ReaderTrainer((ulong)seed, progress ?? (_ => { }), cancellationToken).Train(problems, data);
        return WeightsFormat.Write(models);
    }
}
