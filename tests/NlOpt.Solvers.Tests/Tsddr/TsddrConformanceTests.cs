using NlOpt.Conformance.Policies;
using NlOpt.Policies.Training;
using NlOpt.Policies.Tsddr.Networks;
using NlOpt.Policies.Tsddr.Training;
using NlOpt.Solving;
using NlOpt.Solving.OrTools;

namespace NlOpt.Solvers.Tests.Tsddr;

/// <summary>TS-DDR with a small network keeps the contract of trainers.</summary>
public class TsddrConformanceTests : PolicyTrainerConformance
{
    protected override ISolver Solver => OrToolsSolvers.Clp;

    protected override double Tolerance => 0.02;

    protected override int Updates => 400;

    protected override IPolicyTrainer Create() => new TsddrTrainer(OrToolsSolvers.Clp, new TsddrOptions
    {
        Network = new NetworkShape.Perceptron([16]),
        Phases = [new TrainingPhase(1, 32, 2e-2, 1e-4)],
        AveragingDecay = 0.9,
        PanelSize = 48,
        PanelInterval = 50,
        BlockLength = 3,
    });
}
