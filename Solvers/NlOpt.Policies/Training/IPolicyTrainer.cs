
namespace NlOpt.Policies.Training;

/// <summary>A method that makes a policy for a multistage problem; its own settings are given when it is made.</summary>
public interface IPolicyTrainer
{
    /// <summary>Short name of the method: <c>tsddr</c>, <c>tsldr</c>, <c>sddp</c>.</summary>
    string Method { get; }

    /// <summary>Trains. Cancellation is no failure: the best policy so far is returned with <see cref="TrainingStop.Cancelled"/>.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="request">Seed, budget, threads, checkpoints, progress.</param>
    /// <param name="cancellationToken">Stops within a fraction of a second; what is done is kept.</param>
    /// <returns>The policy, or why there is none (a missing engine, a checkpoint of another problem, no stage that can be solved).</returns>
    Result<TrainingResult> Train(MultistageProblem problem, TrainingRequest request, CancellationToken cancellationToken = default);
}
