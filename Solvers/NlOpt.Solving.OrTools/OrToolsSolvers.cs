using System.Collections.Immutable;
using System.Globalization;
using Google.OrTools.LinearSolver;
using NlOpt.Modeling;

namespace NlOpt.Solving.OrTools;

/// <summary>The engines of the Google.OrTools package, each behind the solver contract. docs/reference/engines.md compares them.</summary>
public static class OrToolsSolvers
{
    private static readonly Lazy<Diagnostic?> Missing = new(FindMissing);

    private static readonly Lazy<Diagnostic?> MissingClp = new(() => ClpLibrary.IsPresent() ? null : Diagnostic.Error(
        "solve.engine-missing",
        "the native library of CLP, which solves linear programs again and again, cannot be loaded on this machine",
        remedy: "use the engine glop instead, or run on Linux or macOS, where the Google.OrTools package brings CLP along"));

    private static readonly SolverCapabilities Linear = new()
    {
        ContinuousVariables = true,
        IntegerVariables = false,
        NativeIndicators = false,
        UnboundedDomains = true,
        DualValues = true,
        IncrementalChanges = true,
        Threads = false,
        Seed = false,
        Accuracy = 1e-6,
    };

    /// <summary>GLOP: revised simplex of OR-Tools, for linear programs with dual values. The default for them.</summary>
    public static ISolver Glop { get; } = new EngineSolver(
        "glop",
        Linear with { Seed = true },
        options => new LinearSolverEngine("GLOP", true, string.Create(CultureInfo.InvariantCulture, $"random_seed: {options.Seed}"), options),
        () => Missing.Value);

    /// <summary>CLP: the simplex method with warm starts, for linear programs solved again and again; Linux and macOS only.</summary>
    public static ISolver Clp { get; } = new EngineSolver("clp", Linear, _ => new ClpEngine(), () => MissingClp.Value);

    /// <summary>PDLP: a first-order method, for linear programs too large for the simplex method; accurate to 1e-4 only.</summary>
    public static ISolver Pdlp { get; } = new EngineSolver(
        "pdlp",
        Linear with { IncrementalChanges = false, Threads = true, Accuracy = 1e-4 },
        options => new LinearSolverEngine(
            "PDLP",
            true,
            string.Create(
                CultureInfo.InvariantCulture,
                $"num_threads: {options.Threads} termination_criteria {{ simple_optimality_criteria {{ eps_optimal_absolute: 1e-7 eps_optimal_relative: 1e-7 }} }}"),
            options),
        () => Missing.Value);

    /// <summary>SCIP: branch and cut, for mixed-integer programs of any kind. The default for them.</summary>
    public static ISolver Scip { get; } = new EngineSolver(
        "scip",
        Linear with { IntegerVariables = true, DualValues = false, Seed = true, Accuracy = 5e-6 },
        options => new LinearSolverEngine(
            "SCIP", false, string.Create(CultureInfo.InvariantCulture, $"randomization/randomseedshift = {options.Seed}"), options),
        () => Missing.Value);

    /// <summary>CP-SAT: search with clause learning, for integer variables with finite bounds and decimal data; indicators as they are.</summary>
    public static ISolver CpSat { get; } = new EngineSolver(
        "cp-sat",
        Linear with
        {
            ContinuousVariables = false,
            IntegerVariables = true,
            NativeIndicators = true,
            UnboundedDomains = false,
            DualValues = false,
            IncrementalChanges = false,
            Threads = true,
            Seed = true,
        },
        options => new CpSatEngine(options),
        () => Missing.Value);

    /// <summary>Every engine, the preferred ones first.</summary>
    public static ImmutableArray<ISolver> All { get; } = [Glop, Clp, Scip, CpSat, Pdlp];

    /// <summary>Chooses among them for each model: what callers take who just want a model solved.</summary>
    public static ISolver Automatic { get; } = new AutomaticSolver(linear: Glop, veryLargeLinear: Pdlp, integer: Scip, logical: CpSat);

    private static Diagnostic? FindMissing()
    {
        try
        {
            using var solver = Solver.CreateSolver("GLOP");
            if (solver is not null) return null;
        }
        catch (Exception error) when (error is TypeInitializationException or DllNotFoundException or BadImageFormatException or EntryPointNotFoundException)
        {
            // The reason is told below in words that help; the loader's own would not.
        }

        return Diagnostic.Error(
            "solve.engine-missing",
            "the native library of OR-Tools, which solves the models, cannot be loaded on this machine",
            remedy: "run 'dotnet restore' and build again on 64-bit Linux (glibc 2.28 or newer), macOS or Windows");
    }
}
