using NlOpt.Modeling;
using NlOpt.Solving;

namespace NlOpt.Solvers.Tests.Solving;

/// <summary>Claims what the test tells it to claim, one answer a run, whatever the problem.</summary>
internal sealed class ScriptedEngine(Queue<EngineAnswer> answers) : IEngine
{
    public static SolverCapabilities Capabilities { get; } = new()
    {
        ContinuousVariables = true,
        IntegerVariables = true,
        NativeIndicators = true,
        UnboundedDomains = true,
        DualValues = true,
        IncrementalChanges = true,
        Threads = false,
        Seed = false,
        Accuracy = 1e-6,
    };

    public static SolveResult Solve(Model model, params EngineAnswer[] answers)
    {
        using var session = Open(model, answers);
        return session.Solve();
    }

    public static ISolverSession Open(Model model, params EngineAnswer[] answers)
    {
        var queue = new Queue<EngineAnswer>(answers);
        return new EngineSolver("scripted", Capabilities, _ => new ScriptedEngine(queue), () => null).Open(model).Value;
    }

    public Diagnostic? Load(WorkingProblem problem) => null;

    public bool TryUpdate(WorkingProblem problem, ProblemChanges changes) => true;

    public EngineAnswer Run(TimeSpan? timeLimit, CancellationToken cancellationToken) => answers.Dequeue();

    public void Dispose()
    {
    }
}
