package org.dreyfus.corpus.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.ValueInstantiators;
import tools.jackson.databind.deser.std.StdValueInstantiator;
import tools.jackson.databind.module.SimpleModule;

/**
 * Calls the constructors of records through a handle that is adapted to an array of arguments once;
 * Jackson 3.1 adapts it anew for every record.
 */
final class QuickRecords extends StdValueInstantiator {

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private final MethodHandle constructor;

  private QuickRecords(StdValueInstantiator usual, MethodHandle constructor) {
    super(usual);
    this.constructor = constructor;
  }

  static JacksonModule module() {
    return new SimpleModule("quick-records") {
      @Override
      public void setupModule(SetupContext context) {
        context.addValueInstantiators(new OfRecords());
      }
    };
  }

  /** Replaces the instantiators of records. */
  private static final class OfRecords extends ValueInstantiators.Base {

    @Override
    public ValueInstantiator modifyValueInstantiator(
        DeserializationConfig configuration,
        BeanDescription.Supplier description,
        ValueInstantiator usual) {
      if (usual.getClass() == StdValueInstantiator.class
          && description.getBeanClass().isRecord()
          && usual.getWithArgsCreator() != null
          && usual.getWithArgsCreator().getAnnotated() instanceof Constructor<?> constructor) {
        return new QuickRecords((StdValueInstantiator) usual, adapted(constructor));
      }
      return usual;
    }
  }

  private static MethodHandle adapted(Constructor<?> constructor) {
    try {
      constructor.setAccessible(true);
      int parameters = constructor.getParameterCount();
      return LOOKUP
          .unreflectConstructor(constructor)
          .asType(MethodType.genericMethodType(parameters))
          .asSpreader(Object[].class, parameters);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("records are open to their reader", e);
    }
  }

  @Override
  public Object createFromObjectWith(DeserializationContext context, Object[] arguments) {
    try {
      return (Object) constructor.invokeExact(arguments);
    } catch (Error fatal) {
      throw fatal;
    } catch (Throwable thrown) {
      return context.handleInstantiationProblem(
          _valueClass, arguments, rewrapCtorProblem(context, thrown));
    }
  }
}
